"""Who of a family was told, asked and invited to what; fathers and second parents; those who do not come.

The page that one relative may read is put together here from an allow-list. Meetings and steps themselves belong to
`cases`, people to `people`, and links to `access`.
"""
