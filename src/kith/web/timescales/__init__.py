"""The timescales in plain words, with who says so, and the county's word on those that wait for it.

Which of them hold, and who may say so, belongs to the cases app; the clocks of a child stand on the child's path.
"""
