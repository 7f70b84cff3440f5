"""What reaches the front door about children, how it is decided and who hears, and the path of help with its clocks.

Contacts, the designated officer's closed queue, notices to schools and the steps of a child's path live here. Who may
see a child belongs to `access`, when something is due to the timescales engine, and who the people are to `people`.
"""
