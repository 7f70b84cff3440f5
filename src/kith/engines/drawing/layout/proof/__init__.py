"""How much better a layout could be at best: lower bounds by integer programmes.

Loaded only when a certificate is asked for, because scipy takes a second to load.
"""
