def train(**arguments):
    print(arguments)
