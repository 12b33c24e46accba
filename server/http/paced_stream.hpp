// The library's stream over a socket with a minimum pace: who sends a body or takes an answer too slowly is cut off, because it
// holds a thread meanwhile.
#pragma once
#include <chrono>

#include "server/http/library.hpp"

namespace omnia::http {

struct Pace {
  std::chrono::milliseconds grace{10000};                 // before the rate counts
  std::size_t bytes_per_second = std::size_t{16} * 1024;  // on average, after that
  std::chrono::milliseconds longest_wait{10000};          // between two reads or two writes
  std::chrono::milliseconds after_answer{200};            // what still comes when we have answered is forgotten, but not for long
};

class PacedStream final : public httplib::Stream {
 public:
  using Clock = std::chrono::steady_clock;
  // `spent`: of the grace, while the connection waited for this request to come.
  PacedStream(int socket, const Pace& pace, std::chrono::milliseconds spent);

  [[nodiscard]] bool is_readable() const override { return inner_.is_readable(); }
  [[nodiscard]] bool wait_readable() const override;
  [[nodiscard]] bool wait_writable() const override;
  [[nodiscard]] bool is_peer_alive() const override { return inner_.is_peer_alive(); }
  ssize_t read(char* bytes, std::size_t size) override;
  ssize_t write(const char* bytes, std::size_t size) override;
  void get_remote_ip_and_port(std::string& ip, int& port) const override { inner_.get_remote_ip_and_port(ip, port); }
  void get_local_ip_and_port(std::string& ip, int& port) const override { inner_.get_local_ip_and_port(ip, port); }
  [[nodiscard]] socket_t socket() const override { return inner_.socket(); }
  [[nodiscard]] time_t duration() const override { return inner_.duration(); }
  // The library tells the client of a refusal that the connection ends with it.
  [[nodiscard]] bool refused() const { return refused_; }

 private:
  // One direction: when it began and what has passed.
  struct Flow {
    Clock::time_point since;
    std::size_t bytes = 0;
  };
  [[nodiscard]] std::chrono::milliseconds left(const Flow& flow) const;
  [[nodiscard]] std::chrono::milliseconds left_to_read() const;
  [[nodiscard]] bool wait(std::chrono::milliseconds most, bool to_read) const;

  Pace pace_;
  httplib::detail::SocketStream inner_;
  Flow in_;
  Flow out_;
  bool answered_ = false;
  bool refused_ = false;
};

}  // namespace omnia::http
