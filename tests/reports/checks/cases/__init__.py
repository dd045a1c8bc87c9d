"""By rule, in the module of its code: reports that it must find fault with, and not."""
