"""Finding a child, their page, their picture, and adding to it by forms.

Every view asks one question of the storey below and shows the answer.
"""
