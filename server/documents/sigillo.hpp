// The electronic seal of the office (Regulation (EU) 910/2014 art. 35-36): a private key and its certificate, from PEM files.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct evp_pkey_st;

namespace omnia::documents {

std::string sha256(std::string_view bytes);  // 32 bytes

class Sigillo {
 public:
  // Throws std::runtime_error with a sentence for whom starts the service: a file that cannot be read, a key that others can
  // read, is too short or is not that of the certificate, a certificate that is not for sealing or not valid at `adesso`
  // (Unix seconds). Certificates after the first are those of who issued it, and travel with every seal.
  static Sigillo leggi(const std::string& chiave, const std::string& certificato, std::int64_t adesso);
  // The seal of demonstrations: made when `file` is not there yet, kept in it (key and certificate, for the owner alone), and
  // named as worth nothing. Throws as above, or when the file cannot be written.
  static Sigillo dimostrativo(const std::string& file, std::int64_t adesso);

  [[nodiscard]] bool valido(std::int64_t adesso) const { return dal_ <= adesso && adesso <= al_; }
  // As XML-DSig writes it: PKCS#1 v1.5 of a RSA key, r and s side by side of an EC key (RFC 4050 §3.3), both with SHA-256.
  [[nodiscard]] std::string firma(std::string_view bytes) const;
  [[nodiscard]] const char* algoritmo() const;                                           // its URI
  [[nodiscard]] const std::vector<std::string>& certificati() const { return catena_; }  // DER, that of the key first
  [[nodiscard]] const std::string& emittente_e_numero() const { return emittente_; }     // DER of IssuerSerial (RFC 5035)
  [[nodiscard]] const std::string& titolare() const { return titolare_; }                // the subject, for the log

 private:
  std::shared_ptr<evp_pkey_st> chiave_;
  std::vector<std::string> catena_;
  std::string emittente_, titolare_;
  std::int64_t dal_ = 0, al_ = 0;  // Unix seconds
};

}  // namespace omnia::documents
