"""The one writer of tables that leave Kith: CSV and Excel that hold values, and nothing that a program would run.

Whoever exports decides and records before; what is written is plain values, made for one viewer, and never a row.
"""
