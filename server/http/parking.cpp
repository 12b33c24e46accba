#include "server/http/parking.hpp"

#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace omnia::http {
namespace {

constexpr int kTickMs = 100;                // how late a wait may end
constexpr std::size_t kEnough = 16 * 1024;  // a head this long is for the reader to judge

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

bool Parking::head_has_come(int socket) {
  std::array<char, kEnough> bytes{};
  const auto n = ::recv(socket, bytes.data(), bytes.size(), MSG_PEEK | MSG_DONTWAIT);
  if (n < 0) return errno != EAGAIN && errno != EWOULDBLOCK;
  const std::string_view head(bytes.data(), static_cast<std::size_t>(n));
  if (head.size() == kEnough || head.empty() || head.front() < 'A' || head.front() > 'Z') return true;
  return head.find("\r\n\r\n") != std::string_view::npos || head.find("\n\n") != std::string_view::npos;
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
      if (waiting_.size() > limits_.most) {
        leaving = std::move(waiting_.front().connection);
        by_socket_.erase(leaving.socket);
        ::epoll_ctl(poll_, EPOLL_CTL_DEL, leaving.socket, nullptr);
        waiting_.pop_front();
      }
    }
  }
  if (leaving.socket >= 0) over_(std::move(leaving));
}

void Parking::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  if (thread_.joinable()) thread_.join();
  send_away(Clock::time_point::max());
}

// False: somebody else had it first.
bool Parking::take(int socket, Connection& taken) {
  const std::lock_guard lock(mutex_);
  const auto found = by_socket_.find(socket);
  if (found == by_socket_.end()) return false;
  taken = std::move(found->second->connection);
  waiting_.erase(found->second);
  by_socket_.erase(found);
  ::epoll_ctl(poll_, EPOLL_CTL_DEL, socket, nullptr);
  return true;
}

void Parking::send_away(Clock::time_point before) {
  std::list<Waiting> leaving;
  {
    const std::lock_guard lock(mutex_);
    auto end = waiting_.begin();
    for (; end != waiting_.end() && end->since < before; ++end) {
      by_socket_.erase(end->connection.socket);
      ::epoll_ctl(poll_, EPOLL_CTL_DEL, end->connection.socket, nullptr);
    }
    leaving.splice(leaving.begin(), waiting_, waiting_.begin(), end);
  }
  for (auto& one : leaving) over_(std::move(one.connection));
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
      const epoll_event& event = events.at(static_cast<std::size_t>(i));
      const bool ended = (event.events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0;
      if (ended || head_has_come(event.data.fd)) come(event.data.fd);
    }
    send_away(Clock::now() - limits_.patience);
  }
}

void Parking::come(int socket) {
  Connection connection;
  if (take(socket, connection)) ready_(std::move(connection));
}

}  // namespace omnia::http
