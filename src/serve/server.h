#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "types/result.h"

namespace gainsay::serve {

struct Answer {
  int status = 200;
  std::string body;  ///< JSON
};

/// What the page asks for. Called by one thread at a time.
struct Site {
  std::function<std::string()> page;                      ///< HTML
  std::function<Answer()> state;                          ///< the decisions as they stand
  std::function<Answer(const std::string& body)> change;  ///< a JSON body of at most 16 MiB
};

/// Serves one page to the browsers of this computer: on the loopback address alone, below a path
/// that nobody can guess, to requests that name this address as their host and, where they change
/// something, come from the page itself. Everything else gets no answer but a status.
class Server {
 public:
  /// `port` 0 takes a free one. Errors: kUsage (the port is taken).
  static Result<Server> open(Site site, std::uint16_t port);
  ~Server();
  Server(Server&&) noexcept;
  Server& operator=(Server&&) noexcept;

  /// "http://127.0.0.1:<port>/<token>/"
  [[nodiscard]] const std::string& address() const;
  /// Serves until the process is asked to end (SIGINT, SIGTERM), which from open() on waits for
  /// this call.
  void run();

 private:
  struct Impl;
  explicit Server(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace gainsay::serve
