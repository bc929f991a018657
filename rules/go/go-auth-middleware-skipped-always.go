package api

import (
	jwtware "github.com/gofiber/contrib/jwt"
	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4/middleware"
)

func routes(e *echo.Echo, app *fiber.App) {
	// ruleid: go-auth-middleware-skipped-always
	e.Use(echojwt.WithConfig(echojwt.Config{
		Skipper:	func(c echo.Context) bool { return true },
		SigningKey: key,
	}))
	// ruleid: go-auth-middleware-skipped-always
	app.Use(jwtware.New(jwtware.Config{SigningKey: key, Next: func(c *fiber.Ctx) bool {
		return true
	}}))
	// ruleid: go-auth-middleware-skipped-always
	e.Use(middleware.KeyAuthWithConfig(middleware.KeyAuthConfig{
		Skipper: func(c echo.Context) bool { return true },
	}))
}

func routesFixed(e *echo.Echo, app *fiber.App) {
	// ok: go-auth-middleware-skipped-always
	e.Use(echojwt.WithConfig(echojwt.Config{
		Skipper:	func(c echo.Context) bool { return c.Path() == "/health" },
		SigningKey: key,
	}))
	// ok: go-auth-middleware-skipped-always
	app.Use(jwtware.New(jwtware.Config{SigningKey: key}))
	// ok: go-auth-middleware-skipped-always
	e.Use(middleware.GzipWithConfig(middleware.GzipConfig{
		Skipper: func(c echo.Context) bool { return true },
	}))
}
