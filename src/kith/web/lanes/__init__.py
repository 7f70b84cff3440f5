"""The timeline of a chronology, kith-lanes: rows that one viewer may see, as a picture whose every mark is a link.

Which rows these are is decided before they come here; the table beside the picture says the same.
"""
