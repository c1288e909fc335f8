def run(**arguments):
    print(sorted(arguments.items()))


if __name__ == "__main__":
    run()
