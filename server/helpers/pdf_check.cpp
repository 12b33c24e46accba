// omnia-pdf-check: reads one PDF on its standard input under limits of memory and processor, and says in one word what it is.
// Answers "ok N" (pages), "cifrato", "danneggiato", "pagine N", "attivo"; anything else, or a death, means refused.
#include <sys/resource.h>
#include <sys/types.h>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <string>
#include <vector>

namespace {

[[maybe_unused]] constexpr rlim_t kMemory = rlim_t{512} * 1024 * 1024;
constexpr rlim_t kSeconds = 5;
constexpr long long kMaxPages = 2000;

void limit(int what, rlim_t value) {
  const rlimit both{value, value};
  if (::setrlimit(static_cast<__rlimit_resource>(what), &both) != 0) std::exit(2);
}

std::string read_all() {
  std::string bytes;
  std::vector<char> buffer(std::size_t{64} * 1024);
  for (std::size_t n = 0; (n = std::fread(buffer.data(), 1, buffer.size(), stdin)) > 0;) bytes.append(buffer.data(), n);
  return bytes;
}

// Programs inside the file: JavaScript run at opening or by name, and starting of other programs.
bool is_program(QPDFObjectHandle action) {
  if (!action.isDictionary() || !action.getKey("/S").isName()) return false;
  const std::string kind = action.getKey("/S").getName();
  return kind == "/JavaScript" || kind == "/Launch";
}
bool has_programs(QPDFObjectHandle root) {
  if (is_program(root.getKey("/OpenAction"))) return true;
  QPDFObjectHandle more = root.getKey("/AA");
  if (more.isDictionary()) {
    for (const auto& key : more.getKeys()) {
      if (is_program(more.getKey(key))) return true;
    }
  }
  QPDFObjectHandle names = root.getKey("/Names");
  return names.isDictionary() && names.hasKey("/JavaScript");
}

int check(const std::string& bytes) {
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.setAttemptRecovery(false);
  try {
    pdf.processMemoryFile("allegato", bytes.data(), bytes.size());
  } catch (const QPDFExc& e) {
    std::puts(e.getErrorCode() == qpdf_e_password ? "cifrato" : "danneggiato");
    return 0;
  }
  if (pdf.isEncrypted()) return std::puts("cifrato") < 0 ? 1 : 0;
  QPDFObjectHandle root = pdf.getRoot();
  // The count that the file declares comes first: walking a tree of millions of pages is what an attacker wants.
  QPDFObjectHandle declared = root.getKey("/Pages").isDictionary() ? root.getKey("/Pages").getKey("/Count") : QPDFObjectHandle();
  if (!declared.isInitialized() || !declared.isInteger() || declared.getIntValue() < 1)
    return std::puts("danneggiato") < 0 ? 1 : 0;
  if (declared.getIntValue() > kMaxPages) return std::printf("pagine %lld\n", declared.getIntValue()) < 0 ? 1 : 0;
  const auto pages = static_cast<long long>(pdf.getAllPages().size());
  if (pages > kMaxPages) return std::printf("pagine %lld\n", pages) < 0 ? 1 : 0;
  if (pages != declared.getIntValue()) return std::puts("danneggiato") < 0 ? 1 : 0;
  if (has_programs(root)) return std::puts("attivo") < 0 ? 1 : 0;
  return std::printf("ok %lld\n", pages) < 0 ? 1 : 0;
}

}  // namespace

int main() {
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_CPU, kSeconds);
#if !defined(OMNIA_SANITIZED)  // the sanitizer maps terabytes
  limit(RLIMIT_AS, kMemory);
#endif
  try {
    return check(read_all());
  } catch (const QPDFExc&) {
    return std::puts("danneggiato") < 0 ? 1 : 0;
  } catch (const std::exception&) {  // bad_alloc under the limit
    return 3;
  }
}
