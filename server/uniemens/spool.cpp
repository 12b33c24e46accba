#include "server/uniemens/spool.hpp"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace omnia::uniemens {
namespace {

constexpr const char* kNoRoom = "Manca lo spazio per la copia temporanea del file: libera spazio su disco e riprova.";

}  // namespace

void Impronta::Free::operator()(void* context) const { EVP_MD_CTX_free(static_cast<EVP_MD_CTX*>(context)); }

Impronta::Impronta() : context_(EVP_MD_CTX_new()) {
  if (!context_ || EVP_DigestInit_ex(static_cast<EVP_MD_CTX*>(context_.get()), EVP_sha256(), nullptr) != 1) {
    throw std::runtime_error("La libreria OpenSSL non fornisce SHA-256: verifica l’installazione.");
  }
}

void Impronta::add(const char* data, std::size_t n) {
  if (n > 0) EVP_DigestUpdate(static_cast<EVP_MD_CTX*>(context_.get()), data, n);
}

std::string Impronta::finish() {
  std::array<unsigned char, 32> digest{};
  unsigned length = 0;
  EVP_DigestFinal_ex(static_cast<EVP_MD_CTX*>(context_.get()), digest.data(), &length);
  constexpr char kHex[] = "0123456789abcdef";
  std::string out;
  for (const unsigned char byte : digest) {
    out.push_back(kHex[byte >> 4U]);
    out.push_back(kHex[byte & 15U]);
  }
  return out;
}

Spool::Spool() : file_(std::tmpfile()) {
  if (!file_) throw std::runtime_error(kNoRoom);
}

void Spool::append(const char* data, std::size_t n) {
  impronta_.add(data, n);
  if (std::fwrite(data, 1, n, file_.get()) != n) throw std::runtime_error(kNoRoom);
}

std::string Spool::finish() {
  if (std::fflush(file_.get()) != 0) throw std::runtime_error(kNoRoom);
  std::rewind(file_.get());
  return impronta_.finish();
}

std::size_t Spool::read(char* buffer, std::size_t n) { return std::fread(buffer, 1, n, file_.get()); }

}  // namespace omnia::uniemens
