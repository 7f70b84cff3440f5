"""Pedigree tables, in which one row is one person with a father and a mother: PED (linkage) and CanRisk.

They know births only. What a family is besides is counted and said when one is written.
"""
