#include "server/services/antivirus.hpp"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace omnia::services {
namespace {

constexpr std::size_t kPiece = std::size_t{64} * 1024;

class Conversation {
 public:
  Conversation(const std::string& path, int seconds) : fd_(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const timeval limit{seconds, 0};
    ::setsockopt(fd_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    ::setsockopt(fd_, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    good_ = fd_ >= 0 && path.size() < sizeof address.sun_path;
    if (!good_) return;
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    good_ = ::connect(fd_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  }
  ~Conversation() {
    if (fd_ >= 0) ::close(fd_);
  }
  Conversation(const Conversation&) = delete;
  Conversation& operator=(const Conversation&) = delete;

  void say(std::string_view bytes) {
    while (good_ && !bytes.empty()) {
      const auto n = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      good_ = n > 0;
      if (good_) bytes.remove_prefix(static_cast<std::size_t>(n));
    }
  }
  // Length in network order, then the piece; an empty piece ends the stream.
  void say_piece(std::string_view piece) {
    const std::uint32_t length = htonl(static_cast<std::uint32_t>(piece.size()));
    say({reinterpret_cast<const char*>(&length), sizeof length});
    say(piece);
  }
  // Up to the zero byte that ends an answer; empty when none came. A scanner may answer before it has everything.
  std::string hear() {
    std::string text;
    std::array<char, 512> buffer{};
    while (text.find('\0') == std::string::npos && text.size() < 4096) {
      const auto n = ::recv(fd_, buffer.data(), buffer.size(), 0);
      if (n <= 0) break;
      text.append(buffer.data(), static_cast<std::size_t>(n));
    }
    return text.substr(0, text.find('\0'));
  }

 private:
  int fd_;
  bool good_ = false;
};

}  // namespace

EsitoAntivirus Antivirus::examine(std::string_view bytes, std::string& firma) const {
  Conversation clamd(socket_, secondi_);
  clamd.say(std::string_view("zINSTREAM\0", 10));
  while (!bytes.empty()) {
    const auto piece = bytes.substr(0, kPiece);
    clamd.say_piece(piece);
    bytes.remove_prefix(piece.size());
  }
  clamd.say_piece({});
  const std::string answer = clamd.hear();
  if (answer == "stream: OK") return EsitoAntivirus::pulito;
  constexpr std::string_view kBefore = "stream: ";
  constexpr std::string_view kAfter = " FOUND";
  if (answer.size() > kBefore.size() + kAfter.size() && answer.rfind(kBefore, 0) == 0 &&
      answer.compare(answer.size() - kAfter.size(), kAfter.size(), kAfter) == 0) {
    firma = answer.substr(kBefore.size(), answer.size() - kBefore.size() - kAfter.size());
    return EsitoAntivirus::infetto;
  }
  return EsitoAntivirus::non_risponde;
}

}  // namespace omnia::services
