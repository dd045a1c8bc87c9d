"""When two statements, in one report or in two, speak of the same thing."""
