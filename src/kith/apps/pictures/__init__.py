"""Pictures in which a child or a family places people, places and words, with the questions that are asked meanwhile.

How a picture is drawn belongs to the engine `drawing`, families as they are on record belong to `people`, and genograms
drawn from them to `networks`.
"""
