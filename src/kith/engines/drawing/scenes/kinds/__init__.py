"""Where everything stands, one module for each kind of scene.

Each turns a scene and a frame into places, or says that the frame is too small; how it looks is decided elsewhere.
"""
