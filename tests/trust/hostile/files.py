"""Every hostile file there is."""

from tests.trust.hostile import family_files, office_files, picture_files

ALL = [
    *office_files.ARCHIVES,
    *office_files.MARKUP,
    *office_files.WORKBOOKS,
    *picture_files.PICTURES,
    *family_files.FAMILIES,
]
HEAVY = [*office_files.HEAVY, *picture_files.HEAVY]
