class UsersController < ApplicationController
  def user_params
    # ruleid: rails-permit-privileged-attribute
    params.require(:user).permit(:name, :email, :role)
  end
end

class OrdersController < ApplicationController
  def order_params
    # ruleid: rails-permit-privileged-attribute
    params.require(:order).permit(:note, :user_id)
  end

  def order_params_fixed
    # ok: rails-permit-privileged-attribute
    params.require(:order).permit(:note, :amount)
  end
end

class Admin::UsersController < AdminController
  def user_params
    # ok: rails-permit-privileged-attribute
    params.require(:user).permit(:name, :role)
  end
end
