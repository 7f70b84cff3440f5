"""What tests, the demonstration and benchmarks stand on: the invented county and ways to fill a database with it.

Nothing here is needed by an installation with real people, and nothing here needs a development package.
"""
