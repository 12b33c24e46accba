#include "server/http/streams.hpp"

#include <sys/socket.h>

#include <algorithm>
#include <array>

namespace omnia::http {
namespace {

constexpr std::chrono::milliseconds kTick{500};

// Who listens says nothing: what comes is forgotten, and an end is an end.
bool has_left(int socket) {
  std::array<char, 512> sink{};
  const auto n = ::recv(socket, sink.data(), sink.size(), MSG_DONTWAIT);
  return n == 0 || (n < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR);
}

// All or nothing: the system's buffer holds hundreds of events, so a full one belongs to somebody who does not read.
bool write_whole(int socket, const std::string& text) {
  return ::send(socket, text.data(), text.size(), MSG_DONTWAIT | MSG_NOSIGNAL) == static_cast<ssize_t>(text.size());
}

}  // namespace

Streams::Streams(Limits limits, News& news, std::function<bool(const Ascolto&)> living, std::function<void(int)> close)
    : limits_(limits), news_(news), living_(std::move(living)), close_(std::move(close)) {
  thread_ = std::thread([this] { run(); });
}

Streams::~Streams() { stop(); }

void Streams::put(int socket, Ascolto ascolto) {
  const std::lock_guard lock(mutex_);
  if (stopping_) {
    close_(socket);
    return;
  }
  make_room_for(ascolto.chi.codice_fiscale);
  streams_.push_back({socket, std::move(ascolto), Clock::now() + limits_.beat});
  open_ = streams_.size();
  news_.wake();  // it may have missed something
}

void Streams::stop() {
  stopping_ = true;
  news_.wake();
  if (thread_.joinable()) thread_.join();
  const std::lock_guard lock(mutex_);
  for (auto one = streams_.begin(); one != streams_.end();) one = end(one);
}

// Under the mutex. Closed last: who sees the end of a stream finds it counted no more.
Streams::Place Streams::end(Place which) {
  const int socket = which->socket;
  const auto next = streams_.erase(which);
  open_ = streams_.size();
  close_(socket);
  return next;
}

// Under the mutex.
void Streams::make_room_for(const std::string& codice_fiscale) {
  const auto theirs = [&](const Stream& one) { return one.ascolto.chi.codice_fiscale == codice_fiscale; };
  if (static_cast<std::size_t>(std::count_if(streams_.begin(), streams_.end(), theirs)) >= limits_.of_one)
    end(std::find_if(streams_.begin(), streams_.end(), theirs));
  if (streams_.size() >= limits_.most) end(streams_.begin());
}

void Streams::run() {
  std::uint64_t told = news_.latest();
  while (!stopping_) {
    news_.wait(told, kTick);
    if (news_.latest() > told && !stopping_) std::this_thread::sleep_for(limits_.gathering);
    told = news_.latest();
    tell_all();
  }
}

void Streams::tell_all() {
  const std::lock_guard lock(mutex_);
  const auto now = Clock::now();
  for (auto one = streams_.begin(); one != streams_.end();) one = tell(*one, now) ? std::next(one) : end(one);
}

// False: the stream is over. Under the mutex.
bool Streams::tell(Stream& one, Clock::time_point now) const {
  const std::string text = news_.text_for(one.ascolto);
  if (!text.empty()) return write_whole(one.socket, text);
  if (now < one.next_beat) return true;
  one.next_beat = now + limits_.beat;
  return !has_left(one.socket) && living_(one.ascolto) && write_whole(one.socket, ":\n\n");
}

}  // namespace omnia::http
