print("altoc-dev")
