/* Loaded before the C library: two in three calls of accept4 fail, each time with another of the errors that the network or a
   short moment of need can give. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <sys/socket.h>

static const int errors[] = {ECONNABORTED, ENFILE, EPROTO, ENOBUFS, EPERM, ENETDOWN, EMFILE, ENOMEM, EINTR, ETIMEDOUT};

int accept4(int socket, struct sockaddr* restrict address, socklen_t* restrict length, int flags) {
  static unsigned calls = 0;
  int (*real)(int, struct sockaddr*, socklen_t*, int) = (int (*)(int, struct sockaddr*, socklen_t*, int))dlsym(RTLD_NEXT, "accept4");
  const unsigned call = calls++;
  if (call % 3 != 2) {
    errno = errors[(call - call / 3) % (sizeof errors / sizeof errors[0])];
    return -1;
  }
  return real(socket, address, length, flags);
}
