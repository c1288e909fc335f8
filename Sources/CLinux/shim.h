// Linux calls that glibc declares only under _GNU_SOURCE, which Swift's Glibc module is built without.
#include <sys/types.h>

int renameat2(int old_folder, const char *old_name, int new_folder, const char *new_name, unsigned int flags);
ssize_t copy_file_range(int from, off_t *from_offset, int to, off_t *to_offset, size_t count, unsigned int flags);

// From linux/fs.h.
enum { ALTO_RENAME_EXCHANGE = 2, ALTO_SEEK_DATA = 3, ALTO_SEEK_HOLE = 4 };
