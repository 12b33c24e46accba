#include "server/http/farewell.hpp"

#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace omnia::http {
namespace {

constexpr int kTickMs = 100;
constexpr int kReadsAtOnce = 16;  // of one connection, before the others' turn

// False: the client has closed too, or broken off.
bool forget_what_came(int socket) {
  std::array<char, 16384> sink{};
  for (int i = 0; i < kReadsAtOnce; ++i) {
    const auto n = ::recv(socket, sink.data(), sink.size(), MSG_DONTWAIT);
    if (n == 0) return false;
    if (n < 0) return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
  }
  return true;
}

}  // namespace

Farewell::Farewell(Limits limits, std::function<void(int)> close)
    : limits_(limits), close_(std::move(close)), poll_(::epoll_create1(EPOLL_CLOEXEC)) {
  if (poll_ < 0) throw std::runtime_error("Il sistema non dà altri descrittori: alza il limite dei file aperti.");
  thread_ = std::thread([this] { watch(); });
}

Farewell::~Farewell() {
  stop();
  ::close(poll_);
}

void Farewell::put(int socket) {
  ::shutdown(socket, SHUT_WR);
  const std::lock_guard lock(mutex_);
  epoll_event event{};
  event.events = EPOLLIN | EPOLLRDHUP;
  event.data.fd = socket;
  if (stopping_ || ::epoll_ctl(poll_, EPOLL_CTL_ADD, socket, &event) != 0) {
    close_(socket);
    return;
  }
  leaving_.push_back({socket, Clock::now() + limits_.patience});
  by_socket_[socket] = std::prev(leaving_.end());
  if (leaving_.size() > limits_.most) forget(leaving_.front().socket);
}

bool Farewell::make_room() {
  const std::lock_guard lock(mutex_);
  if (leaving_.empty()) return false;
  forget(leaving_.front().socket);
  return true;
}

void Farewell::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  if (thread_.joinable()) thread_.join();
  const std::lock_guard lock(mutex_);
  close_until(Clock::time_point::max());
}

// Under the mutex, so that no other connection has the number of this socket meanwhile.
void Farewell::forget(int socket) {
  const auto found = by_socket_.find(socket);
  if (found == by_socket_.end()) return;
  leaving_.erase(found->second);
  by_socket_.erase(found);
  close_(socket);
}

void Farewell::close_until(Clock::time_point now) {
  while (!leaving_.empty() && leaving_.front().until <= now) forget(leaving_.front().socket);
}

void Farewell::watch() {
  std::array<epoll_event, 256> events{};
  for (;;) {
    const int count = ::epoll_wait(poll_, events.data(), static_cast<int>(events.size()), kTickMs);
    const std::lock_guard lock(mutex_);
    if (stopping_) return;
    for (int i = 0; i < count; ++i) {
      const int socket = events.at(static_cast<std::size_t>(i)).data.fd;
      if (by_socket_.count(socket) != 0 && !forget_what_came(socket)) forget(socket);
    }
    close_until(Clock::now());
  }
}

}  // namespace omnia::http
