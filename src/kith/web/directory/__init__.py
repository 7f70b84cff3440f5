"""The directory: looking for help, one service, feeds in and out, the thresholds, and the words of the field.

Pages for workers; what a question holds travels in the body of the request, because it may tell of somebody.
"""
