#include "server/services/pdf_check.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <semaphore>
#include <stdexcept>
#include <utility>

namespace omnia::services {
namespace {

constexpr int kAtOnce = 4;  // 512 MiB each at the worst
std::counting_semaphore<> places{kAtOnce};

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return fd_; }
  void close() {
    if (fd_ >= 0) ::close(fd_);
    fd_ = -1;
  }

 private:
  int fd_;
};

// The bytes as an anonymous file, at its start.
int in_memory(std::string_view bytes) {
  const int fd = ::memfd_create("allegato", MFD_CLOEXEC);
  while (fd >= 0 && !bytes.empty()) {
    const auto n = ::write(fd, bytes.data(), bytes.size());
    if (n <= 0) {
      ::close(fd);
      return -1;
    }
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  if (fd >= 0) ::lseek(fd, 0, SEEK_SET);
  return fd;
}

pid_t start(const std::string& program, int input, int output) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none;  // the server blocks the signals that stop it: the helper must die when asked
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
  std::string name = program;
  std::array<char*, 2> arguments{name.data(), nullptr};
  std::array<char*, 1> environment{nullptr};
  pid_t pid = -1;
  const int failed = ::posix_spawn(&pid, program.c_str(), &actions, &attributes, arguments.data(), environment.data());
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return failed == 0 ? pid : -1;
}

// What the helper writes until it ends or the time is over.
std::string answer_of(int fd, std::chrono::milliseconds time) {
  std::string text;
  const auto end = std::chrono::steady_clock::now() + time;
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now()).count();
    pollfd wait{fd, POLLIN, 0};
    const int ready = left > 0 ? ::poll(&wait, 1, static_cast<int>(left)) : 0;
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return {};
    std::array<char, 128> buffer{};
    const auto n = ::read(fd, buffer.data(), buffer.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return text;
    text.append(buffer.data(), static_cast<std::size_t>(n));
    if (text.size() > 256) return {};
  }
}

EsitoPdf outcome(const std::string& answer, int status) {
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return EsitoPdf::non_verificabile;
  if (answer.rfind("ok ", 0) == 0) return EsitoPdf::buono;
  if (answer == "cifrato\n") return EsitoPdf::cifrato;
  if (answer == "danneggiato\n") return EsitoPdf::danneggiato;
  if (answer == "attivo\n") return EsitoPdf::attivo;
  return answer.rfind("pagine ", 0) == 0 ? EsitoPdf::troppe_pagine : EsitoPdf::non_verificabile;
}

std::string beside_this_program() {
  std::error_code error;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", error);
  return (self.parent_path() / "omnia-pdf-check").string();
}

}  // namespace

PdfCheck::PdfCheck(std::string programma, std::chrono::milliseconds tempo)
    : programma_(programma.empty() ? beside_this_program() : std::move(programma)), tempo_(tempo) {
  if (::access(programma_.c_str(), X_OK) != 0) {
    throw std::runtime_error("Manca il programma che controlla i PDF («" + programma_ +
                             "»): installalo accanto al server oppure compila di nuovo.");
  }
}

EsitoPdf PdfCheck::examine(std::string_view pdf) const {
  places.acquire();
  const Descriptor input(in_memory(pdf));
  std::array<int, 2> ends{-1, -1};
  if (input.get() < 0 || ::pipe2(ends.data(), O_CLOEXEC) != 0) {
    places.release();
    return EsitoPdf::non_verificabile;
  }
  const Descriptor reading(ends[0]);
  Descriptor writing(ends[1]);
  const pid_t pid = start(programma_, input.get(), writing.get());
  writing.close();
  int status = -1;
  std::string answer;
  if (pid > 0) {
    answer = answer_of(reading.get(), tempo_);
    if (answer.empty()) ::kill(pid, SIGKILL);  // silent, or too slow
    while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
  }
  places.release();
  return pid > 0 ? outcome(answer, status) : EsitoPdf::non_verificabile;
}

}  // namespace omnia::services
