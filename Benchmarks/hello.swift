// The floor that `make bench` compares altoc with: the least that a static Swift program takes.
print("hello, world")
