"""What hostile people send: files made to break a reader, and texts made to break a page.

Everything is made by code when it is needed, and goes the way that the product's own uploads and forms go.
"""
