// Connections whose next request has not come: one thread watches them all, so that an idle client, or one that sends its request
// byte by byte, costs a descriptor and not a thread. A request has come when its head has, and with it the body that it
// announces, unless that is long: then the reader takes it as it comes.
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
  std::chrono::milliseconds spent{0};  // from the first byte of the request until it had come
};

inline constexpr std::size_t kShortBody = std::size_t{32} * 1024;  // fits the system's buffer of any connection

class Parking {
 public:
  using Handler = std::function<void(Connection)>;
  struct Limits {
    std::size_t most = 1000;                   // one more sends away the one that has waited longest
    std::chrono::milliseconds patience{5000};  // for the first byte, and from there for the request
  };
  // `ready` gets a connection whose request has come, or whose head has and the body is late: who reads it says so. `over` gets
  // one that has ended, waited too long or must go. Both on the watching thread, or on that of put().
  Parking(Limits limits, Handler ready, Handler over);
  ~Parking();
  Parking(const Parking&) = delete;
  Parking& operator=(const Parking&) = delete;

  // Whether a request, or something that is no request, or the end of the connection waits to be read.
  static bool request_has_come(int socket);
  void put(Connection connection);
  // Sends away the one that has waited longest. False: there is none.
  bool make_room();
  // Requests under way are handed over, all other connections are over, and those that come later at once.
  void stop();

 private:
  using Clock = std::chrono::steady_clock;
  struct Waiting {
    Connection connection;
    Clock::time_point since;
    bool begun = false;  // a first byte has come
  };
  void watch();
  void begin(int socket);
  void hand_over(int socket, const Handler& handler);
  void send_away(Clock::time_point before);
  bool take(int socket, Connection& taken);
  Connection remove(std::list<Waiting>::iterator one);

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
