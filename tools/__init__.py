"""What builds, checks and prepares Kith on the machine of somebody who works on it.

Nothing here is part of the product, and nothing in `src` may import it.
"""
