"""What one seat may see and hear: the only way in which anything leaves the engine during play.

`situation.view` is what a seat sees before a choice, `room.room` what everybody sees;
`visibility.visible` decides what a seat learns of an event, and `hear` of many. `records` and
`heard` are the values they give. All are built from allow-lists, never by leaving things out.
Nothing is imported here: code that only names a value must not load the engine.
"""
