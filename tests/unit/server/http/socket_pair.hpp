// Two ends of a connection: the client's, and the one that belongs to what is tested.
#pragma once
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <boost/test/unit_test.hpp>

namespace omnia::tests {

struct SocketPair {
  SocketPair() {
    std::array<int, 2> ends{};
    BOOST_REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) == 0);
    mine = ends[0];
    theirs = ends[1];
  }
  ~SocketPair() {
    if (mine >= 0) ::close(mine);
  }
  SocketPair(const SocketPair&) = delete;
  SocketPair& operator=(const SocketPair&) = delete;
  void leave() {
    ::close(mine);
    mine = -1;
  }
  int mine = -1;
  int theirs = -1;
};

}  // namespace omnia::tests
