"""Telling the front door about a child, and deciding what was told: the public page, the workers' pages, two queues.

What is decided, by whom, and who hears of it belongs to the cases app.
"""
