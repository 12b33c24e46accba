#include "server/documents/sigillo.hpp"

#include <fcntl.h>
#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/sha.h>
#include <openssl/x509v3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <new>
#include <stdexcept>

namespace omnia::documents {
namespace {

template <auto Free>
struct Freed {
  template <class T>
  void operator()(T* what) const {
    Free(what);
  }
};
using Bio = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Signature = std::unique_ptr<ECDSA_SIG, Freed<ECDSA_SIG_free>>;
using Context = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;

constexpr int kLeastRsa = 2048;
constexpr const char* kDemoName = "Sigillo dimostrativo, senza valore legale";

[[noreturn]] void wrong(const std::string& what) { throw std::runtime_error(what); }

std::string read(const std::string& file, const char* what) {
  std::ifstream in(file, std::ios::binary);
  if (!in || std::filesystem::is_directory(file)) {
    wrong(std::string(what) + " «" + file + "» non si legge: controlla che il file esista e che il servizio possa leggerlo.");
  }
  return {std::istreambuf_iterator<char>(in), {}};
}

Bio memory(const std::string& text) { return Bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size()))); }

// A service that starts by itself has nobody to ask for the passphrase of a key.
int no_passphrase(char*, int, int, void*) { return -1; }

void require_secret(const std::string& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) == 0 && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    wrong("La chiave del sigillo «" + file + "» è leggibile da altri: esegui chmod 600 sul file.");
}

std::shared_ptr<EVP_PKEY> read_key(const std::string& file) {
  require_secret(file);
  const std::string pem = read(file, "La chiave del sigillo");
  EVP_PKEY* raw = PEM_read_bio_PrivateKey(memory(pem).get(), nullptr, no_passphrase, nullptr);
  if (raw == nullptr)
    wrong("La chiave del sigillo «" + file + "» non è una chiave privata PEM senza frase segreta: indica un altro file.");
  std::shared_ptr<EVP_PKEY> key(raw, EVP_PKEY_free);
  const int kind = EVP_PKEY_get_base_id(raw);
  if (kind != EVP_PKEY_EC && (kind != EVP_PKEY_RSA || EVP_PKEY_get_bits(raw) < kLeastRsa))
    wrong("La chiave del sigillo «" + file + "» non è RSA di almeno 2048 bit né EC: indica un’altra chiave.");
  return key;
}

std::vector<Certificate> read_certificates(const std::string& file) {
  const std::string pem = read(file, "Il certificato del sigillo");
  const Bio bio = memory(pem);
  std::vector<Certificate> found;
  while (X509* one = PEM_read_bio_X509(bio.get(), nullptr, no_passphrase, nullptr)) found.emplace_back(one);
  if (found.empty()) wrong("Nel file «" + file + "» non c’è un certificato PEM: indica quello del sigillo.");
  return found;
}

template <class T>
std::string der(int (*write)(const T*, unsigned char**), const T* what) {
  unsigned char* bytes = nullptr;
  const int size = write(what, &bytes);
  if (size <= 0) throw std::bad_alloc();
  std::string out(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  OPENSSL_free(bytes);
  return out;
}

// RFC 5035 §5.4.1.1: SEQUENCE of the issuer, as GeneralNames with the one directoryName, and of the serial number. OpenSSL has
// the type and shows none of its fields.
std::string issuer_and_serial(const X509* certificate) {
  const std::unique_ptr<GENERAL_NAMES, Freed<GENERAL_NAMES_free>> names(sk_GENERAL_NAME_new_null());
  std::unique_ptr<GENERAL_NAME, Freed<GENERAL_NAME_free>> name(GENERAL_NAME_new());
  X509_NAME* issuer = X509_NAME_dup(X509_get_issuer_name(certificate));
  if (!names || !name || issuer == nullptr) throw std::bad_alloc();
  GENERAL_NAME_set0_value(name.get(), GEN_DIRNAME, issuer);
  if (sk_GENERAL_NAME_push(names.get(), name.get()) == 0) throw std::bad_alloc();
  name.release();  // NOLINT(bugprone-unused-return-value): the list owns it now
  const std::string content = der(i2d_GENERAL_NAMES, names.get()) + der(i2d_ASN1_INTEGER, X509_get0_serialNumber(certificate));
  const int length = static_cast<int>(content.size());
  std::string head(static_cast<std::size_t>(ASN1_object_size(1, length, V_ASN1_SEQUENCE) - length), '\0');
  auto* place = reinterpret_cast<unsigned char*>(head.data());
  ASN1_put_object(&place, 1, length, V_ASN1_SEQUENCE, V_ASN1_UNIVERSAL);
  return head + content;
}

std::int64_t unix_time(const ASN1_TIME* when) {
  std::tm broken{};
  if (ASN1_TIME_to_tm(when, &broken) != 1) wrong("Il certificato del sigillo ha una data di validità che non si legge.");
  return ::timegm(&broken);
}

std::string one_line(const X509_NAME* name) {
  const Bio out(BIO_new(BIO_s_mem()));
  X509_NAME_print_ex(out.get(), name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
  char* text = nullptr;
  const long size = BIO_get_mem_data(out.get(), &text);
  return {text, static_cast<std::size_t>(size)};
}

// RFC 5280 §4.2.1.3: without the extension every use is allowed.
bool may_seal(X509* certificate) {
  constexpr std::uint32_t kSealing = KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION;
  return (X509_get_key_usage(certificate) & kSealing) != 0;
}

// r and s of the DER, each as long as the order of the curve.
std::string side_by_side(const std::string& der, int bits) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(der.data());
  const Signature signature(d2i_ECDSA_SIG(nullptr, &bytes, static_cast<long>(der.size())));
  if (!signature) throw std::runtime_error("the signature of the seal is not readable");
  const int half = (bits + 7) / 8;
  std::string out(2 * static_cast<std::size_t>(half), '\0');
  auto* place = reinterpret_cast<unsigned char*>(out.data());
  BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), place, half);
  BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), place + half, half);
  return out;
}

constexpr long kDemoFrom = 1577836800;   // 2020-01-01: demonstrations have a day of their own
constexpr long kDemoUntil = 2524607999;  // 2049-12-31

void name_demo(X509* certificate) {
  X509_NAME* name = X509_get_subject_name(certificate);
  const auto add = [&](const char* field, const char* value) {
    X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(value), -1, -1, 0);
  };
  add("C", "IT");
  add("O", "OMNIA IS aperta (dimostrazione)");
  add("CN", kDemoName);
  X509_set_issuer_name(certificate, name);
}

std::string new_demo() {
  const std::shared_ptr<EVP_PKEY> key(EVP_EC_gen("P-256"), EVP_PKEY_free);
  const Certificate certificate(X509_new());
  const std::unique_ptr<BIGNUM, Freed<BN_free>> serial(BN_new());
  const std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>> usage(
      X509V3_EXT_conf_nid(nullptr, nullptr, NID_key_usage, "critical,digitalSignature,nonRepudiation"));
  if (!key || !certificate || !serial || !usage || BN_rand(serial.get(), 127, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) != 1)
    throw std::bad_alloc();
  X509_set_version(certificate.get(), X509_VERSION_3);
  BN_to_ASN1_INTEGER(serial.get(), X509_get_serialNumber(certificate.get()));
  ASN1_TIME_set(X509_getm_notBefore(certificate.get()), kDemoFrom);
  ASN1_TIME_set(X509_getm_notAfter(certificate.get()), kDemoUntil);
  name_demo(certificate.get());
  X509_set_pubkey(certificate.get(), key.get());
  X509_add_ext(certificate.get(), usage.get(), -1);
  const Bio out(BIO_new(BIO_s_mem()));
  if (X509_sign(certificate.get(), key.get(), EVP_sha256()) == 0 ||
      PEM_write_bio_PrivateKey(out.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1 ||
      PEM_write_bio_X509(out.get(), certificate.get()) != 1)
    throw std::bad_alloc();
  char* text = nullptr;
  const long size = BIO_get_mem_data(out.get(), &text);
  return {text, static_cast<std::size_t>(size)};
}

// Whole or not at all, readable by the owner alone from its first byte.
void write_secret(const std::string& file, const std::string& content) {
  const std::string partial = file + "." + std::to_string(::getpid());
  const int to = ::open(partial.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  const bool written =
      to >= 0 && ::write(to, content.data(), content.size()) == static_cast<ssize_t>(content.size()) && ::fsync(to) == 0;
  if (to >= 0) ::close(to);
  // A link does not take the place of a seal that another start has made meanwhile.
  const bool placed = written && (::link(partial.c_str(), file.c_str()) == 0 || errno == EEXIST);
  if (to >= 0) ::unlink(partial.c_str());
  if (!placed) wrong("Il sigillo dimostrativo «" + file + "» non si può scrivere: controlla la cartella dell’archivio.");
}

}  // namespace

std::string sha256(std::string_view bytes) {
  std::string out(SHA256_DIGEST_LENGTH, '\0');
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), reinterpret_cast<unsigned char*>(out.data()));
  return out;
}

Sigillo Sigillo::leggi(const std::string& chiave, const std::string& certificato, std::int64_t adesso) {
  if (chiave.empty() || certificato.empty())
    wrong("Il sigillo vuole due file: indica insieme --sigillo-chiave e --sigillo-certificato.");
  Sigillo out;
  out.chiave_ = read_key(chiave);
  const auto certificates = read_certificates(certificato);
  X509* own = certificates.front().get();
  if (X509_check_private_key(own, out.chiave_.get()) != 1)
    wrong("La chiave «" + chiave + "» non è quella del certificato «" + certificato +
          "»: indica i due file dello stesso sigillo.");
  out.dal_ = unix_time(X509_get0_notBefore(own));
  out.al_ = unix_time(X509_get0_notAfter(own));
  if (!out.valido(adesso)) {
    wrong(std::string("Il certificato del sigillo «") + certificato + "» " +
          (adesso > out.al_ ? "è scaduto: rinnovalo." : "non è ancora valido: controlla l’orologio o attendi."));
  }
  if (!may_seal(own)) wrong("Il certificato «" + certificato + "» non è per firmare (keyUsage): indica quello del sigillo.");
  for (const auto& one : certificates) out.catena_.push_back(der(i2d_X509, static_cast<const X509*>(one.get())));
  out.emittente_ = issuer_and_serial(own);
  out.titolare_ = one_line(X509_get_subject_name(own));
  return out;
}

Sigillo Sigillo::dimostrativo(const std::string& file, std::int64_t adesso) {
  if (::access(file.c_str(), F_OK) != 0) write_secret(file, new_demo());
  return leggi(file, file, adesso);
}

std::string Sigillo::firma(std::string_view bytes) const {
  const Context context(EVP_MD_CTX_new());
  std::size_t size = 0;
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  std::string out;
  if (!context || EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, chiave_.get()) != 1 ||
      EVP_DigestSign(context.get(), nullptr, &size, data, bytes.size()) != 1)
    throw std::runtime_error("the key of the seal does not sign");
  out.resize(size);
  if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(out.data()), &size, data, bytes.size()) != 1)
    throw std::runtime_error("the key of the seal does not sign");
  out.resize(size);
  const bool curve = EVP_PKEY_get_base_id(chiave_.get()) == EVP_PKEY_EC;
  return curve ? side_by_side(out, EVP_PKEY_get_bits(chiave_.get())) : out;
}

const char* Sigillo::algoritmo() const {
  return EVP_PKEY_get_base_id(chiave_.get()) == EVP_PKEY_EC ? "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"
                                                            : "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
}

}  // namespace omnia::documents
