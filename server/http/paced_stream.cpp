#include "server/http/paced_stream.hpp"

#include <algorithm>
#include <string_view>

namespace omnia::http {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t kMostAtOnce = std::size_t{64} * 1024;  // of one write: the pace is looked at between two

constexpr milliseconds kAtLeast{100};  // of the grace: enough for what has come already

constexpr std::string_view kVersion = "HTTP/1.1 ";

// "100 Continue" asks for the body; every other status line is the answer.
bool begins_answer(std::string_view bytes) {
  return bytes.size() > kVersion.size() && bytes.substr(0, kVersion.size()) == kVersion &&
         bytes.substr(kVersion.size(), 3) != "100";
}

}  // namespace

PacedStream::PacedStream(int socket, const Pace& pace, milliseconds spent)
    : pace_(pace),
      inner_(socket, 0, 0, 0, 0),
      in_{Clock::now() - std::min(spent, pace.grace - kAtLeast), 0},
      out_{in_.since, 0} {}

milliseconds PacedStream::left(const Flow& flow) const {
  const auto earned = milliseconds(flow.bytes * 1000 / pace_.bytes_per_second);
  const auto end = flow.since + pace_.grace + earned;
  return std::min(std::chrono::duration_cast<milliseconds>(end - Clock::now()), pace_.longest_wait);
}

milliseconds PacedStream::left_to_read() const {
  if (!answered_) return left(in_);
  return std::chrono::duration_cast<milliseconds>(out_.since + pace_.after_answer - Clock::now());
}

bool PacedStream::wait(milliseconds most, bool to_read) const {
  if (most.count() <= 0) return false;
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(most);
  const auto rest = static_cast<time_t>(std::chrono::microseconds(most - seconds).count());
  const auto n = to_read ? httplib::detail::select_read(inner_.socket(), seconds.count(), rest)
                         : httplib::detail::select_write(inner_.socket(), seconds.count(), rest);
  return n > 0;
}

bool PacedStream::wait_readable() const { return inner_.is_readable() || wait(left_to_read(), true); }
bool PacedStream::wait_writable() const { return wait(left(out_), false); }

// The inner stream waits no time: what it finds has been waited for here.
ssize_t PacedStream::read(char* bytes, std::size_t size) {
  if (!wait_readable()) {
    error_ = httplib::Error::Timeout;
    return -1;
  }
  const ssize_t n = inner_.read(bytes, size);
  if (n > 0) in_.bytes += static_cast<std::size_t>(n);
  if (n <= 0) error_ = inner_.get_error();
  return n;
}

ssize_t PacedStream::write(const char* bytes, std::size_t size) {
  if (!answered_ && begins_answer({bytes, size})) {
    answered_ = true;
    refused_ = bytes[kVersion.size()] >= '4';
    out_.since = Clock::now();
  }
  if (!wait_writable()) return -1;
  const ssize_t n = inner_.write(bytes, std::min(size, kMostAtOnce));
  if (n > 0) out_.bytes += static_cast<std::size_t>(n);
  return n;
}

}  // namespace omnia::http
