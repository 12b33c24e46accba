// Connections whose next request has not come whole: one thread watches them all, so that an idle client, or one that sends a
// head byte by byte, costs a descriptor and not a thread.
#pragma once
#include <chrono>
#include <cstddef>
#include <functional>
#include <list>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>

namespace omnia::http {

struct Connection {
  int socket = -1;
  std::string remote, local;
  int remote_port = 0;
  int local_port = 0;
  std::size_t requests_left = 0;
};

class Parking {
 public:
  using Handler = std::function<void(Connection)>;
  struct Limits {
    std::size_t most = 1000;  // one more sends away the one that has waited longest
    std::chrono::milliseconds patience{5000};
  };
  // `ready` gets a connection whose request's head has come, `over` one that waited too long or must go. Both on the watching
  // thread.
  Parking(Limits limits, Handler ready, Handler over);
  ~Parking();
  Parking(const Parking&) = delete;
  Parking& operator=(const Parking&) = delete;

  // Whether the head of a request, or something that is no request, or the end of the connection waits to be read.
  static bool head_has_come(int socket);
  void put(Connection connection);
  // All waiting connections are over, and those that come later at once.
  void stop();

 private:
  using Clock = std::chrono::steady_clock;
  struct Waiting {
    Connection connection;
    Clock::time_point since;
  };
  void watch();
  void come(int socket);
  void send_away(Clock::time_point before);
  bool take(int socket, Connection& taken);

  Limits limits_;
  Handler ready_;
  Handler over_;
  int poll_;
  std::mutex mutex_;
  bool stopping_ = false;
  std::list<Waiting> waiting_;  // the longest wait first
  std::unordered_map<int, std::list<Waiting>::iterator> by_socket_;
  std::thread thread_;
};

}  // namespace omnia::http
