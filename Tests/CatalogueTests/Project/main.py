def run(**arguments):
    print(arguments)


def train(**arguments):
    print(arguments)
