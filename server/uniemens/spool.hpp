// A copy of the incoming bytes on disk (a temporary file without a name) with their SHA-256: the writer thread never waits
// for a slow sender, and a file is known before it is read.
#pragma once
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>

namespace omnia::uniemens {

// Lower-case hexadecimal SHA-256, computed piece by piece.
class Impronta {
 public:
  Impronta();
  void add(const char* data, std::size_t n);
  std::string finish();

 private:
  struct Free {
    void operator()(void* context) const;
  };
  std::unique_ptr<void, Free> context_;
};

class Spool {
 public:
  Spool();  // throws std::runtime_error when no temporary file can be made
  void append(const char* data, std::size_t n);
  // After the last append: the hash, and the copy ready to be read from the start.
  std::string finish();
  std::size_t read(char* buffer, std::size_t n);

 private:
  struct Close {
    void operator()(std::FILE* f) const { std::fclose(f); }
  };
  std::unique_ptr<std::FILE, Close> file_;
  Impronta impronta_;
};

}  // namespace omnia::uniemens
