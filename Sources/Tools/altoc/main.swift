print("altoc")
