package shop;

class AdminController {
    @DeleteMapping("/users/{id}")
    void remove(@RequestHeader("X-User-Role") String role, @PathVariable Long id) {
        // ruleid: spring-role-from-header-or-cookie
        if (!"ADMIN".equals(role)) {
            throw new ForbiddenException();
        }
        users.deleteById(id);
    }

    @GetMapping("/export")
    String export(HttpServletRequest request) {
        String role = request.getHeader("X-Role");
        // ruleid: spring-role-from-header-or-cookie
        if (role != null && role.equalsIgnoreCase("admin")) {
            return everything();
        }
        return "";
    }

    @GetMapping("/audit")
    String audit(@CookieValue(value = "is_admin", required = false) String flag) {
        // ruleid: spring-role-from-header-or-cookie
        if ("true".equals(flag)) {
            return everything();
        }
        return "";
    }

    @PreAuthorize("hasRole('ADMIN')")
    @DeleteMapping("/users/{id}")
    void removeFixed(@PathVariable Long id, @RequestHeader("X-Request-Id") String trace) {
        // ok: spring-role-from-header-or-cookie
        if ("true".equals(trace)) {
            log.debug("trace");
        }
        users.deleteById(id);
    }

    @GetMapping("/export")
    String exportFixed(Authentication auth) {
        // ok: spring-role-from-header-or-cookie
        if (roles(auth).contains("admin")) {
            return everything();
        }
        return "";
    }

    @GetMapping("/signed")
    String signed(@CookieValue("role") String cookie) {
        String role = verifySignature(cookie);
        // ok: spring-role-from-header-or-cookie
        if ("admin".equals(role)) {
            return everything();
        }
        return "";
    }
}
