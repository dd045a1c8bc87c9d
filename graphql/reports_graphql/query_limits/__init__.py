"""What a document may ask for, judged before anything runs: cheaply, and in linear time."""
