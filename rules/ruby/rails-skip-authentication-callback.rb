class OrdersController < ApplicationController
  # ruleid: rails-skip-authentication-callback
  skip_before_action :authenticate_user!
end

class InvoicesController < ApplicationController
  # ruleid: rails-skip-authentication-callback
  skip_before_action :require_login, only: [:index, :destroy]
end

class NotesController < ApplicationController
  # ruleid: rails-skip-authentication-callback
  skip_before_action :set_locale, :authorize_account, only: %i[update]
end

class ProductsController < ApplicationController
  # ok: rails-skip-authentication-callback
  skip_before_action :authenticate_user!, only: %i[index show]
end

class SessionsController < ApplicationController
  # ok: rails-skip-authentication-callback
  skip_before_action :authenticate_user!, only: [:new, :create]
end

class CartsController < ApplicationController
  # ok: rails-skip-authentication-callback
  skip_before_action :verify_authenticity_token
end

class OrdersFixedController < ApplicationController
  # ok: rails-skip-authentication-callback
  before_action :authenticate_user!
end
