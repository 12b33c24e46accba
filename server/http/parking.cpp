#include "server/http/parking.hpp"

#include <poll.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <stdexcept>
#include <string_view>
#include <utility>
#include <vector>

#include "server/http/message.hpp"

namespace omnia::http {
namespace {

constexpr int kTickMs = 100;                             // how late a wait may end
constexpr std::size_t kEnough = std::size_t{16} * 1024;  // a head this long is for the reader to judge

// Bytes that wait in the system's buffer.
std::size_t waiting_bytes(int socket) {
  int n = 0;
  return ::ioctl(socket, FIONREAD, &n) == 0 && n > 0 ? static_cast<std::size_t>(n) : 0;
}

// Where the head ends, the empty line included; npos: not yet.
std::size_t end_of_head(std::string_view bytes) {
  for (const std::string_view end : {std::string_view("\r\n\r\n"), std::string_view("\n\n")}) {
    if (const auto at = bytes.find(end); at != std::string_view::npos) return at + end.size();
  }
  return std::string_view::npos;
}

// Of the body that a head announces, what must have come too. None when the client waits for a word from us, when the length is
// not said once and plainly (the reader refuses it) and when it is long.
std::size_t body_wanted(std::string_view head) {
  std::size_t wanted = 0;
  bool said = false;
  while (!head.empty()) {
    const auto end = head.find('\n');
    const std::string_view line = head.substr(0, end);
    head = end == std::string_view::npos ? std::string_view() : head.substr(end + 1);
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string_view name = line.substr(0, colon);
    if (equal_ignoring_case(name, "Expect") || equal_ignoring_case(name, "Transfer-Encoding")) return 0;
    if (!equal_ignoring_case(name, "Content-Length")) continue;
    const auto first = line.find_first_not_of(" \t", colon + 1);
    const std::string_view text = first == std::string_view::npos ? std::string_view() : line.substr(first);
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), wanted);
    if (error != std::errc() || said || (stop != text.data() + text.size() && *stop != '\r')) return 0;
    said = true;
  }
  return wanted <= kShortBody ? wanted : 0;
}

// No more will come, whatever is missing.
bool has_ended(int socket) {
  pollfd one{socket, POLLRDHUP, 0};
  return ::poll(&one, 1, 0) > 0;
}

enum class Come { nothing, a_head, all, the_end };

Come what_came(int socket) {
  std::array<char, kEnough> bytes{};
  const auto n = ::recv(socket, bytes.data(), bytes.size(), MSG_PEEK | MSG_DONTWAIT);
  if (n == 0) return Come::the_end;
  if (n < 0) return errno != EAGAIN && errno != EWOULDBLOCK ? Come::the_end : Come::nothing;
  const std::string_view come(bytes.data(), static_cast<std::size_t>(n));
  if (come.front() < 'A' || come.front() > 'Z') return Come::all;
  const auto end = end_of_head(come);
  const bool head = end != std::string_view::npos;
  const bool whole = head ? waiting_bytes(socket) >= end + body_wanted(come.substr(0, end)) : come.size() == kEnough;
  if (whole || has_ended(socket)) return Come::all;
  return head ? Come::a_head : Come::nothing;
}

}  // namespace

Parking::Parking(Limits limits, Handler ready, Handler over)
    : limits_(limits), ready_(std::move(ready)), over_(std::move(over)), poll_(::epoll_create1(EPOLL_CLOEXEC)) {
  if (poll_ < 0) throw std::runtime_error("Il sistema non dà altri descrittori: alza il limite dei file aperti.");
  thread_ = std::thread([this] { watch(); });
}

Parking::~Parking() {
  stop();
  ::close(poll_);
}

bool Parking::request_has_come(int socket) {
  const Come come = what_came(socket);
  return come == Come::all || come == Come::the_end;
}

void Parking::put(Connection connection) {
  Connection leaving;
  {
    const std::lock_guard lock(mutex_);
    epoll_event event{};
    event.events = EPOLLIN | EPOLLRDHUP | EPOLLET;  // told at each arrival, and of what is there already
    event.data.fd = connection.socket;
    if (stopping_ || ::epoll_ctl(poll_, EPOLL_CTL_ADD, connection.socket, &event) != 0) {
      leaving = std::move(connection);
    } else {
      const int socket = connection.socket;
      waiting_.push_back({std::move(connection), Clock::now()});
      by_socket_[socket] = std::prev(waiting_.end());
      if (waiting_.size() > limits_.most) leaving = remove(waiting_.begin());
    }
  }
  if (leaving.socket >= 0) over_(std::move(leaving));
}

bool Parking::make_room() {
  Connection leaving;
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.empty()) return false;
    leaving = remove(waiting_.begin());
  }
  over_(std::move(leaving));
  return true;
}

void Parking::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  if (thread_.joinable()) thread_.join();
  send_away(Clock::time_point::max());
}

// Under the mutex.
Connection Parking::remove(std::list<Waiting>::iterator one) {
  Connection connection = std::move(one->connection);
  if (one->begun) connection.spent = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - one->since);
  by_socket_.erase(connection.socket);
  ::epoll_ctl(poll_, EPOLL_CTL_DEL, connection.socket, nullptr);
  waiting_.erase(one);
  return connection;
}

// False: somebody else had it first.
bool Parking::take(int socket, Connection& taken) {
  const std::lock_guard lock(mutex_);
  const auto found = by_socket_.find(socket);
  if (found == by_socket_.end()) return false;
  taken = remove(found->second);
  return true;
}

void Parking::send_away(Clock::time_point before) {
  std::vector<Connection> leaving;
  {
    const std::lock_guard lock(mutex_);
    while (!waiting_.empty() && waiting_.front().since < before) leaving.push_back(remove(waiting_.begin()));
  }
  for (auto& one : leaving) {
    const bool under_way = what_came(one.socket) == Come::a_head;
    (under_way ? ready_ : over_)(std::move(one));
  }
}

// The first byte of a request: from here its own time runs.
void Parking::begin(int socket) {
  const std::lock_guard lock(mutex_);
  const auto found = by_socket_.find(socket);
  if (found == by_socket_.end() || found->second->begun) return;
  found->second->begun = true;
  found->second->since = Clock::now();
  waiting_.splice(waiting_.end(), waiting_, found->second);
}

void Parking::watch() {
  std::array<epoll_event, 256> events{};
  for (;;) {
    {
      const std::lock_guard lock(mutex_);
      if (stopping_) return;
    }
    const int count = ::epoll_wait(poll_, events.data(), static_cast<int>(events.size()), kTickMs);
    for (int i = 0; i < count; ++i) {
      const int socket = events.at(static_cast<std::size_t>(i)).data.fd;
      switch (what_came(socket)) {
        case Come::all:
          hand_over(socket, ready_);
          break;
        case Come::the_end:  // no thread for nothing
          hand_over(socket, over_);
          break;
        case Come::nothing:
        case Come::a_head:
          begin(socket);
      }
    }
    send_away(Clock::now() - limits_.patience);
  }
}

void Parking::hand_over(int socket, const Handler& handler) {
  Connection connection;
  if (take(socket, connection)) handler(std::move(connection));
}

}  // namespace omnia::http
