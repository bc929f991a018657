package shop;

class ReportController {
    @GetMapping("/report")
    String report(@RequestParam("role") String role) {
        // ruleid: spring-role-from-request-parameter
        if (role.equals("admin")) {
            return everything();
        }
        return "";
    }

    void save(HttpServletRequest request) {
        // ruleid: spring-role-from-request-parameter
        boolean admin = Boolean.parseBoolean(request.getParameter("isAdmin"));
        store(admin);
    }

    @PreAuthorize("hasRole('ADMIN')")
    @GetMapping("/report")
    String reportFixed(@RequestParam("format") String format) {
        // ok: spring-role-from-request-parameter
        if (format.equals("admin")) {
            return everything();
        }
        return "";
    }

    void saveFixed(HttpServletRequest request) {
        // ok: spring-role-from-request-parameter
        boolean draft = Boolean.parseBoolean(request.getParameter("draft"));
        store(draft);
    }
}
